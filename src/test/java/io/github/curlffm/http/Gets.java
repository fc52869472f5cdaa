package io.github.curlffm.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A program for a JVM of its own: says what comes of the URL of its argument, with a client that is told nothing. */
public final class Gets {

    private Gets() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (HttpClient client = CurlHttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(arguments[0])).build();
            System.out.println(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            System.out.println(e.getClass().getName());
        }
    }
}
