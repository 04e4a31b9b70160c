// Checks the client that genqlient generates against a gateway on its sandbox.
// Usage: genqlient GATEWAY CHANGED (see ../run.ts).
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"

	"beeper.example/genqlient/beeper"
	"github.com/Khan/genqlient/graphql"
)

var ctx = context.Background()

func main() {
	gateway, changed := os.Args[1], os.Args[2]
	client := graphql.NewClient(gateway, http.DefaultClient)
	example(client)
	inbox(client)
	inputUnions(client)
	failures(client)
	chatError(client)
	changes(changed)
	fmt.Println("example, inbox, input unions, failures, chatError, changed answers")
}

func example(client graphql.Client) {
	inbox := must(titles(ctx, client))
	check(slices.Equal(inbox, []string{"Everything we ever said", "One of each"}), "the titles: %v", inbox)

	lines := must(conversation(ctx, client, "!history2000:beeper.com", 2))
	check(len(lines) == 6 && lines[0] == "Kishan: 2000: See you at the station.", "two pages of messages: %v", lines)

	sendTo := func(name string) (*beeper.SendMessageResultSendMessagePayload, error) {
		return send(ctx, client, "!playground_send-"+name+":playground", "Hello", "genqlient-"+name)
	}
	first, second := must(sendTo("works")), must(sendTo("works"))
	check(*first.Sent.PlainText == "Hello", "the text that was sent: %v", first)
	check(!first.Replayed && second.Replayed, "the second is no message of its own")
	check(first.PendingMessageID == second.PendingMessageID, "both have the same ID")

	_, err := sendTo("rate-limited")
	check(err != nil && strings.HasSuffix(err.Error(), "Nothing was done. Try again in 7 s."), "a failure: %v", err)
}

func inbox(client graphql.Client) {
	first := must(beeper.Inbox(ctx, client, "")).Chats
	check(len(first.Nodes) == 2 && first.PageInfo.HasNextPage, "the first page has two chats and a next page")
	chat := first.Nodes[0]
	check(chat.LastActivity.Year() >= 2020, "lastActivity is a time: %v", chat.LastActivity)
	check(*chat.Type == beeper.BeeperChatTypeSingle || *chat.Type == beeper.BeeperChatTypeGroup,
		"type is a constant of the enum: %v", *chat.Type)
	second := must(beeper.Inbox(ctx, client, *first.PageInfo.EndCursor)).Chats
	check(second.Nodes[0].Id != chat.Id, "the second page starts with another chat")
}

func inputUnions(client graphql.Client) {
	users := []*beeper.StartChatUserInput{
		{Username: ptr("works")},
		{Contact: &beeper.StartChatContactInput{Username: ptr("works"), FullName: ptr("Works")}},
	}
	for _, user := range users {
		payload, ok := startChat(client, user).(*beeper.StartChatResultStartChatPayload)
		check(ok && payload.ChatID != "" && payload.ChatError == nil, "startChat starts a chat: %#v", payload)
		check(*payload.Status == beeper.BeeperStartStatusCreated || *payload.Status == beeper.BeeperStartStatusExisting,
			"status is a constant of the enum: %v", *payload.Status)
	}

	single := createChat(client, &beeper.CreateChatInput{Single: &beeper.CreateSingleChatInput{
		AccountID: "playground", ParticipantID: "@works:playground",
	}})
	_, ok := single.(*beeper.CreateChatResultCreateChatPayload)
	check(ok, "createChat creates a direct chat: %#v", single)

	group := createChat(client, groupOf("Analysts", "@works:playground", "@existing:playground"))
	payload, ok := group.(*beeper.CreateChatResultCreateChatPayload)
	check(ok && *payload.Chat.Title == "Analysts" && *payload.Chat.Type == beeper.BeeperChatTypeGroup,
		"createChat creates a group: %#v", group)
}

func failures(client graphql.Client) {
	limited, ok := startChat(client, username("rate-limited")).(*beeper.StartChatResultBeeperRateLimitedError)
	check(ok && limited.Code == beeper.BeeperErrorCodeRateLimited && limited.Retryable, "RATE_LIMITED is retryable")
	check(*limited.RetryAfterSeconds == 7, "retryAfterSeconds is 7: %v", *limited.RetryAfterSeconds)

	invalid, ok := createChat(client, groupOf(" ", "a", "a")).(*beeper.CreateChatResultBeeperInvalidInputError)
	check(ok && len(invalid.Issues) == 2, "INVALID_INPUT has two issues: %#v", invalid)
	path := strings.Join(invalid.Issues[0].Path, ".")
	check(path == "input.group.participantIDs.1", "an issue has a path: %v", path)
}

func chatError(client graphql.Client) {
	payload, ok := startChat(client, username("follow-up-fails")).(*beeper.StartChatResultStartChatPayload)
	check(ok && payload.ChatID != "" && payload.Chat == nil, "a write without its chat has a chatID: %#v", payload)
	check(payload.ChatError != nil, "chatError is set")
	check(payload.ChatError.GetCode() == beeper.BeeperErrorCodeUpstreamError && !payload.ChatError.GetRetryable(),
		"chatError is an UPSTREAM_ERROR and not retryable")
}

// What a client of today does with answers of a later gateway, and with top-level errors.
func changes(changed string) {
	ask := func(change, name string) (beeper.StartChatResult, error) {
		client := graphql.NewClient(changed+"/"+change, http.DefaultClient)
		answer, err := beeper.StartChat(ctx, client, inputFor(username(name)))
		return answer.StartChat, err
	}

	result, err := ask("new-member", "rate-limited")
	check(result == nil && err != nil && strings.Contains(err.Error(), "unexpected concrete type"),
		"a new member is an error: %v", err)

	result, err = ask("new-member", "follow-up-fails")
	payload, ok := result.(*beeper.StartChatResultStartChatPayload)
	check(err != nil && ok && payload.ChatID != "", "a new type of chatError is an error beside a chatID: %v", err)

	result, err = ask("new-code", "rate-limited")
	limited, ok := result.(*beeper.StartChatResultBeeperRateLimitedError)
	check(err == nil && ok && limited.Code == "NEW_CODE", "a new code is a string: %v", err)

	result, err = ask("top-level-error", "follow-up-fails")
	payload, ok = result.(*beeper.StartChatResultStartChatPayload)
	check(err != nil && ok && payload.ChatID != "", "a top-level error comes together with the data: %v", err)
}

func startChat(client graphql.Client, user *beeper.StartChatUserInput) beeper.StartChatResult {
	return must(beeper.StartChat(ctx, client, inputFor(user))).StartChat
}

func createChat(client graphql.Client, input *beeper.CreateChatInput) beeper.CreateChatResult {
	return must(beeper.CreateChat(ctx, client, input)).CreateChat
}

func inputFor(user *beeper.StartChatUserInput) *beeper.StartChatInput {
	return &beeper.StartChatInput{AccountID: "playground", User: user}
}

func username(name string) *beeper.StartChatUserInput {
	return &beeper.StartChatUserInput{Username: &name}
}

func groupOf(title string, participantIDs ...string) *beeper.CreateChatInput {
	return &beeper.CreateChatInput{Group: &beeper.CreateGroupChatInput{
		AccountID: "playground", ParticipantIDs: participantIDs, Title: &title,
	}}
}

func ptr[T any](value T) *T { return &value }

func must[T any](value T, err error) T {
	check(err == nil, "no error: %v", err)
	return value
}

// check ends the program unless what it expects is true.
func check(ok bool, expected string, args ...any) {
	if !ok {
		fmt.Fprintf(os.Stderr, "expected: "+expected+"\n", args...)
		os.Exit(1)
	}
}
