package io.github.curlffm.examples;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.CurlUrlException;
import io.github.curlffm.Easy;

/** Takes a URL apart, puts another together, and fetches it. */
public final class UrlBuilding {

    private UrlBuilding() {}

    /** Begins with a URL. */
    public static void main(String[] args) throws CurlException {
        String base = args[0];
        // begin
        try (var url = CurlUrl.parse(base);
                var curl = new Easy()) {
            System.out.println(url.get(Part.HOST) + " port " + url.get(Part.PORT, Flag.DEFAULT_PORT));

            url.set(Part.URL, "../search") // relative to what is there
                    .set(Part.QUERY, "name=J\u00fcrgen & co", Flag.APPENDQUERY, Flag.URLENCODE)
                    .set(Part.QUERY, "page=2", Flag.APPENDQUERY);
            System.out.println(url.get(Part.QUERY, Flag.URLDECODE));
            System.out.println(url.toURI().getPath());

            curl.set(CURLU, url)
                    .set(WRITEFUNCTION, body -> System.out.writeBytes(body))
                    .perform();
        }
        try {
            CurlUrl.parse("https://[::1");
        } catch (CurlUrlException e) {
            System.out.println(e.code());
        }
        // end
    }
}
