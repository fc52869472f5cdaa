package io.github.curlffm.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import io.github.curlffm.testing.WireServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a mail from a form libcurl goes on pointing to the list of headers that it began with: duplicates read that. */
class MailHeadersTest {

    private static final List<Long> HEADERS = new ArrayList<>();

    private static void takeMail(WireServer.Connection client) throws IOException {
        client.write("220 mail\r\n");
        for (String line; (line = client.readLine()) != null; ) {
            if (line.equals("DATA")) {
                client.write("354 go on\r\n");
                long headers = 0;
                while (!(line = client.readLine()).equals(".")) {
                    headers += line.startsWith("X-") ? 1 : 0;
                }
                HEADERS.add(headers);
            }
            client.write(line.equals("QUIT") ? "221 bye\r\n" : "250 fine\r\n");
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (WireServer mail = new WireServer(MailHeadersTest::takeMail);
                Easy easy = new Easy();
                Mime form = new Mime(easy);
                Multi multi = new Multi()) {
            form.addPart().name("x").data("y");
            easy.set(Option.URL, mail.url("smtp", "/me"))
                    .set(Option.MAIL_FROM, "<a@example.com>")
                    .set(Option.MAIL_RCPT, List.of("b@example.com"))
                    .set(Option.WRITEFUNCTION, body -> {})
                    .set(Option.HTTPHEADER, List.of("X-One: 1", "X-Two: 2"))
                    .set(Option.MIMEPOST, form);
            Easy[] copies = {null};
            easy.set(Option.HEADERFUNCTION, line -> copies[0] = copies[0] == null ? easy.duplicate() : copies[0]);
            easy.perform();
            easy.unset(Option.HEADERFUNCTION).unset(Option.HTTPHEADER);
            try (Easy inside = copies[0];
                    Easy after = easy.duplicate()) {
                easy.set(Option.HTTPHEADER, List.of("X-Three: 3"));
                inside.unset(Option.HEADERFUNCTION).perform();
                after.perform();
            }
            multi.add(easy);
            Transfers.perform(multi);
            multi.remove(easy);
            easy.set(Option.HTTPHEADER, List.of("X-Four: 4")).set(Option.MIMEPOST, new Mime(easy));
            easy.duplicate().close();
            easy.set(Option.HTTPHEADER, List.of()).set(Option.MIMEPOST, form).perform();
            easy.reset().duplicate().close();
        }
        System.out.println(HEADERS);
        System.exit(0);
    }

    @Test
    void liveOnForDuplicates() throws Exception {
        Needs.protocol("smtp");
        Child.Outcome child = ChildJvm.of(MailHeadersTest.class)
                .environment("MALLOC_PERTURB_", "165") // memory that is freed looks freed
                .run();
        assertEquals(0, child.exit(), child::err);
        assertEquals("[2, 2, 0, 1, 0]", child.out().strip());
    }
}
