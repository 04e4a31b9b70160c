package example;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import beeper.types.SendMessagePayload;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Sends operations, and reads their answers into the generated types. */
public final class Beeper {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // Unset members of inputs are left out. An input union allows no second one, not even null.
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          // An error type or a code that is added later is null instead of an exception.
          .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .addMixIn(SendMessagePayload.class, SentAlias.class)
          .build();

  /** `sent: message { … }` in an operation, because errors have a `message` of another type. */
  interface SentAlias {
    @JsonAlias("sent")
    beeper.types.BeeperMessage getMessage();
  }

  private final URI url;
  private final String operations;

  public Beeper(String url) throws IOException {
    this.url = URI.create(url);
    this.operations = Files.readString(Path.of("operations.graphql"));
  }

  /** The field of an operation with one field. */
  public <T> T ask(String operation, Map<String, ?> variables, Class<T> type)
      throws IOException, InterruptedException {
    JsonNode data = answer(operation, variables).get("data");
    return JSON.treeToValue(data.elements().next(), type);
  }

  /** The whole answer, with its top-level `errors`. */
  public JsonNode answer(String operation, Map<String, ?> variables)
      throws IOException, InterruptedException {
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("query", operations, "operationName", operation, "variables", variables));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }
}
