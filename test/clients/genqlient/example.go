package main

import (
	"context"
	"fmt"

	"beeper.example/genqlient/beeper"
	"github.com/Khan/genqlient/graphql"
)

// titles returns the titles of the chats with the newest activity.
func titles(ctx context.Context, client graphql.Client) ([]string, error) {
	inbox, err := beeper.Inbox(ctx, client, "")
	if err != nil {
		return nil, err
	}
	var titles []string
	for _, chat := range inbox.Chats.Nodes {
		titles = append(titles, text(chat.Title))
	}
	return titles, nil
}

// conversation returns the newest messages of a chat, then those before them.
func conversation(ctx context.Context, client graphql.Client, chatID string, pages int) ([]string, error) {
	var lines []string
	after := ""
	for range pages {
		answer, err := beeper.Conversation(ctx, client, chatID, after)
		if err != nil {
			return nil, err
		}
		messages := answer.Chat.Messages
		for _, message := range messages.Nodes {
			lines = append(lines, text(message.SenderName)+": "+text(message.PlainText))
		}
		if !messages.PageInfo.HasNextPage {
			break
		}
		after = *messages.PageInfo.EndCursor
	}
	return lines, nil
}

// failure has the fields of `... on BeeperError`.
type failure interface {
	GetMessage() string
	GetRemedy() *string
}

// send sends a text. With the same key, the same text is sent once, however often this is called.
// The error says what happened, and what the user can do.
func send(ctx context.Context, client graphql.Client, chatID, message, key string) (*beeper.SendMessageResultSendMessagePayload, error) {
	input := &beeper.SendMessageInput{ChatID: chatID, Content: &beeper.SendMessageContentInput{Text: &message}}
	answer, err := beeper.SendMessage(ctx, client, input, key)
	if err != nil {
		return nil, err
	}
	switch result := answer.SendMessage.(type) {
	case *beeper.SendMessageResultSendMessagePayload:
		return result, nil
	case failure:
		return nil, fmt.Errorf("%s %s", result.GetMessage(), text(result.GetRemedy()))
	default:
		return nil, fmt.Errorf("no answer")
	}
}

// text is empty for null.
func text(value *string) string {
	if value == nil {
		return ""
	}
	return *value
}
