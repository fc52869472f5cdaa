package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import java.io.ByteArrayOutputStream;

/** Callbacks for a document's header and body. */
public final class HeaderAndBody {

    private HeaderAndBody() {}

    /** Fetches a document and shows its header and body. */
    public static void main(String[] args) throws CurlException {
        String url = args[0];
        // begin
        var header = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        try (var curl = new Easy()) {
            curl.set(URL, url)
                    .set(HEADERFUNCTION, line -> header.writeBytes(line))
                    .set(WRITEFUNCTION, data -> body.writeBytes(data))
                    .perform();
            System.out.println(curl.get(RESPONSE_CODE));
        }
        System.out.print(header);
        System.out.println(body);
        // end
    }
}
