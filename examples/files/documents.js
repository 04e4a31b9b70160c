const parts = /* GraphQL */ `
  fragment AssetParts on BeeperAsset { contentURL url }
  fragment MessageParts on BeeperMessage {
    id
    plainText
    senderName
    isSender
    isDeleted
    sendStatus { status }
    attachments {
      type
      mimeType
      fileName
      fileSize
      duration
      isGif
      isVoiceNote
      size { width height }
      srcURL { ...AssetParts }
      posterImg { ...AssetParts }
      transcription { transcription }
    }
  }`;

export const inbox = /* GraphQL */ `
  query Inbox {
    chats(first: 50) {
      nodes {
        id
        title
        network
        type
        imgURL { ...AssetParts }
        participants { items { isSelf imgURL { ...AssetParts } } }
      }
    }
  }
  fragment AssetParts on BeeperAsset { contentURL url }`;

export const conversation = /* GraphQL */ `
  query Conversation($id: ID!) {
    chat(id: $id) { title messages(first: 50) { nodes { ...MessageParts } } }
  }
  ${parts}`;

export const createUpload = /* GraphQL */ `
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      __typename
      ... on CreateUploadPayload { url }
      ... on BeeperError { code message remedy retryable }
    }
  }`;

export const sendFile = /* GraphQL */ `
  mutation SendFile($chatID: ID!, $uploadID: ID!, $caption: String, $key: String!) {
    sendMessage(
      input: { chatID: $chatID, content: { attachment: { uploadID: $uploadID, caption: $caption } } }
      idempotencyKey: $key
    ) {
      __typename
      ... on BeeperError { code message remedy retryable }
    }
  }`;
