package io.github.curlffm.bench;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Easy;
import java.net.URI;

/** A process that gets a small page and says so; its arguments are who gets it, and the URL. */
final class FirstByte {

    static final String OURS = "OURS";

    private FirstByte() {}

    /** Names no class of a library that is not used: looking for it would be counted. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals(OURS)) {
            ours(args[1]);
        } else {
            Client client = Clients.valueOf(args[0]).maker.make(new Client.Setup(false, 1));
            client.get(URI.create(args[1]));
            answer();
            client.close();
        }
        System.exit(0);
    }

    private static void ours(String url) throws Exception {
        try (Easy curl = new Easy()) {
            curl.set(URL, url).set(WRITEFUNCTION, body -> answer()).perform();
        }
    }

    private static void answer() {
        System.out.write('!');
        System.out.flush();
    }
}
