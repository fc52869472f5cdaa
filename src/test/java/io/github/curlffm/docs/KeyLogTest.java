package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of TLS connections are written where the environment says, as the cookbook does. */
class KeyLogTest {

    static final class Get {
        public static void main(String[] arguments) throws Exception {
            try (Easy easy = new Easy()) {
                easy.set(Option.URL, arguments[0]).set(Option.CAINFO, Path.of(arguments[1]));
                System.out.println(easy.performString());
            }
        }
    }

    @Test
    void theEnvironmentNamesTheFile(@TempDir Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates("127.0.0.1");
        Path authority = Files.write(folder.resolve("authority"), certificates.authority());
        Path keys = folder.resolve("keys.log");
        try (HttpsPeer peer = new HttpsPeer(certificates, exchange -> HttpPeer.answer(exchange, 200, "hello"))) {
            Child.Outcome outcome = ChildJvm.of(Get.class)
                    .environment("SSLKEYLOGFILE", keys.toString())
                    .arguments(peer.url("/"), authority.toString())
                    .run();
            assertEquals("hello", outcome.out().strip(), outcome::toString);
        }
        String lines = Files.readString(keys);
        assertTrue(lines.matches("(?s).*(CLIENT_RANDOM|CLIENT_TRAFFIC_SECRET_0) [0-9a-fA-F]{64} .*"), lines);
    }
}
