package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import java.io.IOException;
import java.net.URI;

/** A form with a file that comes from a stream. */
public final class MultipartUpload {

    private MultipartUpload() {}

    /** Reads a document from the second URL, and meanwhile sends it to the first with a form. */
    public static void main(String[] args) throws IOException {
        String url = args[0];
        // begin
        try (var curl = new Easy();
                var form = new Mime(curl)) {
            form.addPart().name("title").data("Holidays");
            form.addPart().name("report").filename("report.txt").type("text/plain").stream(
                    URI.create(args[1]).toURL().openStream()); // closed together with the form
            curl.set(URL, url)
                    .set(MIMEPOST, form)
                    .set(WRITEFUNCTION, data -> System.out.writeBytes(data))
                    .perform();
            System.out.println(curl.get(RESPONSE_CODE));
        }
        // end
    }
}
