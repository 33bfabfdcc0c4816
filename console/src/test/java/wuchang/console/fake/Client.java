package wuchang.console.fake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.console.view.Json;

/** Somebody who makes requests, with the headers they send each time. Immutable. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final int port;
  private final Map<String, String> headers;

  private Client(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = headers;
  }

  public static Client of(int port) {
    return new Client(port, Map.of());
  }

  public Client with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Client(port, more);
  }

  public Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> send(String method, String path, String body) {
    try {
      return HTTP.send(request(method, path, body), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  public HttpResponse<InputStream> open(String path) {
    try {
      return HTTP.send(request("GET", path, ""), BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** Signs in with a password and comes back with the cookie; no CSRF word yet. */
  public Client signedIn(String name) {
    HttpResponse<String> answer =
        with("Content-Type", "application/x-www-form-urlencoded")
            .post("/login", "username=" + name + "&password=correct+horse");
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return with("Cookie", cookie(answer));
  }

  /** With the word that changes must carry. */
  public Client withCsrf() {
    try {
      return with("X-CSRF-Token", Json.read(get("/api/v1/me").body()).path("csrf").textValue());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String cookie(HttpResponse<?> answer) {
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpRequest request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }
}
