package example;

import beeper.types.BeeperChatConnection;
import beeper.types.BeeperChatType;
import beeper.types.BeeperErrorCode;
import beeper.types.BeeperInvalidInputError;
import beeper.types.BeeperRateLimitedError;
import beeper.types.CreateChatInput;
import beeper.types.CreateChatPayload;
import beeper.types.CreateChatResult;
import beeper.types.CreateGroupChatInput;
import beeper.types.CreateSingleChatInput;
import beeper.types.StartChatContactInput;
import beeper.types.StartChatInput;
import beeper.types.StartChatPayload;
import beeper.types.StartChatResult;
import beeper.types.StartChatUserInput;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Checks the types that DGS codegen generates against a gateway on its sandbox. Usage: Check GATEWAY CHANGED. */
public final class Check {
  public static void main(String[] urls) throws Exception {
    Beeper beeper = new Beeper(urls[0]);
    example(new Example(beeper));
    inbox(beeper);
    inputUnions(beeper);
    failures(beeper);
    chatError(beeper);
    changes(urls[1]);
    System.out.println("example, inbox, input unions, failures, chatError, changed answers");
  }

  private static void example(Example example) throws Exception {
    List<String> titles = example.titles();
    check(titles.equals(List.of("Everything we ever said", "One of each")), titles);

    List<String> lines = example.conversation("!history2000:beeper.com", 2);
    check(lines.size() == 6, lines);
    check(lines.get(0).equals("Kishan: 2000: See you at the station."), lines);

    var first = example.send("!playground_send-works:playground", "Hello", "dgs-hello");
    var second = example.send("!playground_send-works:playground", "Hello", "dgs-hello");
    check("Hello".equals(first.getMessage().getPlainText()), first);
    check(!first.getReplayed() && second.getReplayed(), second);
    check(first.getPendingMessageID().equals(second.getPendingMessageID()), second);

    try {
      check(false, example.send("!playground_send-rate-limited:playground", "Hello", "dgs-limited"));
    } catch (Example.NotDone failure) {
      check(failure.getMessage().endsWith("Nothing was done. Try again in 7 s."), failure);
    }
  }

  private static void inbox(Beeper beeper) throws Exception {
    var first = beeper.ask("Inbox", Map.of("after", ""), BeeperChatConnection.class);
    check(first.getNodes().size() == 2 && first.getPageInfo().getHasNextPage(), first);
    var chat = first.getNodes().get(0);
    check(chat.getLastActivity().getYear() >= 2020, chat);
    check(chat.getType() == BeeperChatType.GROUP || chat.getType() == BeeperChatType.SINGLE, chat);
    var after = Map.of("after", first.getPageInfo().getEndCursor());
    var second = beeper.ask("Inbox", after, BeeperChatConnection.class);
    check(!second.getNodes().get(0).getId().equals(chat.getId()), second);
    // There is one. It was not selected.
    check(!second.getPageInfo().getHasPreviousPage(), second);
  }

  private static void inputUnions(Beeper beeper) throws Exception {
    var works = StartChatContactInput.newBuilder().username("works").fullName("Works").build();
    var contact = StartChatUserInput.newBuilder().contact(works).build();
    for (StartChatUserInput user : List.of(username("works"), contact)) {
      StartChatPayload payload = (StartChatPayload) startChat(beeper, user);
      check(payload.getChatError() == null && payload.getStatus() != null, payload);
    }

    var single = CreateSingleChatInput.newBuilder();
    single.accountID("playground").participantID("@works:playground");
    var input = CreateChatInput.newBuilder().single(single.build()).build();
    check(createChat(beeper, input) instanceof CreateChatPayload, input);

    var group = group("Analysts", "@works:playground", "@existing:playground");
    var chat = ((CreateChatPayload) createChat(beeper, group)).getChat();
    check(chat.getTitle().equals("Analysts") && chat.getType() == BeeperChatType.GROUP, chat);
  }

  private static void failures(Beeper beeper) throws Exception {
    var limited = (BeeperRateLimitedError) startChat(beeper, username("rate-limited"));
    check(limited.getCode() == BeeperErrorCode.RATE_LIMITED && limited.getRetryable(), limited);
    check(limited.getRetryAfterSeconds() == 7, limited);

    var invalid = (BeeperInvalidInputError) createChat(beeper, group(" ", "a", "a"));
    check(invalid.getIssues().size() == 2, invalid);
    var path = invalid.getIssues().get(0).getPath();
    check(path.equals(List.of("input", "group", "participantIDs", "1")), path);
  }

  private static void chatError(Beeper beeper) throws Exception {
    var payload = (StartChatPayload) startChat(beeper, username("follow-up-fails"));
    check(!payload.getChatID().isEmpty() && payload.getChat() == null, payload);
    var error = payload.getChatError();
    check(error.getCode() == BeeperErrorCode.UPSTREAM_ERROR && !error.getRetryable(), error);
  }

  /** What a client of today does with answers of a later gateway, and with top-level errors. */
  private static void changes(String changed) throws Exception {
    JsonNode newMember = started(changed, "new-member", "rate-limited");
    check(Beeper.JSON.treeToValue(newMember, StartChatResult.class) == null, newMember);
    throwsFor(InvalidTypeIdException.class, newMember);

    JsonNode newChatError = started(changed, "new-member", "follow-up-fails");
    var payload = (StartChatPayload) Beeper.JSON.treeToValue(newChatError, StartChatResult.class);
    check(!payload.getChatID().isEmpty() && payload.getChatError() == null, payload);
    throwsFor(InvalidTypeIdException.class, newChatError);

    JsonNode newCode = started(changed, "new-code", "rate-limited");
    var limited = (BeeperRateLimitedError) Beeper.JSON.treeToValue(newCode, StartChatResult.class);
    check(limited.getCode() == null && limited.getRetryAfterSeconds() == 7, limited);
    throwsFor(InvalidFormatException.class, newCode);

    var url = new Beeper(changed + "/top-level-error");
    JsonNode answer = url.answer("StartChat", Map.of("input", inputFor(username("follow-up-fails"))));
    check(answer.get("errors").size() == 1, answer);
    check(answer.at("/data/startChat/chatID").isTextual(), answer);
  }

  private static JsonNode started(String changed, String change, String name) throws Exception {
    var beeper = new Beeper(changed + "/" + change);
    var input = Map.of("input", inputFor(username(name)));
    return beeper.answer("StartChat", input).at("/data/startChat");
  }

  /** With Jackson's defaults, what is new is an exception. */
  private static void throwsFor(Class<? extends IOException> type, JsonNode result) {
    ObjectMapper defaults =
        Beeper.JSON
            .copy()
            .enable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    try {
      check(false, defaults.treeToValue(result, StartChatResult.class));
    } catch (IOException error) {
      check(type.isInstance(error), error);
    }
  }

  private static StartChatResult startChat(Beeper beeper, StartChatUserInput user) throws Exception {
    return beeper.ask("StartChat", Map.of("input", inputFor(user)), StartChatResult.class);
  }

  private static CreateChatResult createChat(Beeper beeper, CreateChatInput input) throws Exception {
    return beeper.ask("CreateChat", Map.of("input", input), CreateChatResult.class);
  }

  private static StartChatInput inputFor(StartChatUserInput user) {
    return StartChatInput.newBuilder().accountID("playground").user(user).build();
  }

  private static StartChatUserInput username(String name) {
    return StartChatUserInput.newBuilder().username(name).build();
  }

  private static CreateChatInput group(String title, String... participantIDs) {
    var group = CreateGroupChatInput.newBuilder().accountID("playground").title(title);
    var input = group.participantIDs(List.of(participantIDs)).build();
    return CreateChatInput.newBuilder().group(input).build();
  }

  private static void check(boolean ok, Object actual) {
    if (!ok) throw new AssertionError("unexpected: " + actual);
  }
}
