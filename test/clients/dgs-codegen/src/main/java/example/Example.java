package example;

import beeper.types.BeeperChat;
import beeper.types.BeeperChatConnection;
import beeper.types.BeeperError;
import beeper.types.BeeperMessage;
import beeper.types.BeeperMessageConnection;
import beeper.types.SendMessageContentInput;
import beeper.types.SendMessageInput;
import beeper.types.SendMessagePayload;
import beeper.types.SendMessageResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the inbox and a conversation, and sends a message. */
public final class Example {
  private final Beeper beeper;

  public Example(Beeper beeper) {
    this.beeper = beeper;
  }

  /** The titles of the chats with the newest activity. */
  public List<String> titles() throws IOException, InterruptedException {
    var chats = beeper.ask("Inbox", Map.of(), BeeperChatConnection.class);
    return chats.getNodes().stream().map(BeeperChat::getTitle).toList();
  }

  /** The newest messages of a chat, then those before them. */
  public List<String> conversation(String chatID, int pages)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    String after = "";
    for (int page = 0; page < pages; page++) {
      Map<String, String> variables = Map.of("chatID", chatID, "after", after);
      BeeperMessageConnection messages =
          beeper.ask("Conversation", variables, BeeperChat.class).getMessages();
      for (BeeperMessage message : messages.getNodes())
        lines.add(message.getSenderName() + ": " + message.getPlainText());
      if (!messages.getPageInfo().getHasNextPage()) break;
      after = messages.getPageInfo().getEndCursor();
    }
    return lines;
  }

  /** Sends a text. With the same key, the same text is sent once, however often this is called. */
  public SendMessagePayload send(String chatID, String text, String key)
      throws IOException, InterruptedException, NotDone {
    var content = SendMessageContentInput.newBuilder().text(text).build();
    var input = SendMessageInput.newBuilder().chatID(chatID).content(content).build();
    Map<String, ?> variables = Map.of("input", input, "idempotencyKey", key);
    SendMessageResult result = beeper.ask("SendMessage", variables, SendMessageResult.class);
    if (result instanceof SendMessagePayload sent) return sent;
    if (result instanceof BeeperError error)
      throw new NotDone(error.getMessage() + " " + Objects.toString(error.getRemedy(), ""));
    throw new NotDone("An error that this version does not know.");
  }

  /** Says what happened, and what the user can do. */
  public static final class NotDone extends Exception {
    NotDone(String message) {
      super(message);
    }
  }
}
