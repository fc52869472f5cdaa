package io.github.curlffm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers and proxies write in fields that offer ways to log in. */
class ChallengeTest {

    private static String read(String... values) {
        return Challenge.all(List.of(values))
                .toString()
                .replace("Challenge", "")
                .replace("parameters=", "");
    }

    @Test
    void oneOrMoreInOneFieldOrInMore() {
        assertEquals("[[scheme=basic, {realm=a}]]", read("Basic realm=\"a\""));
        assertEquals(
                "[[scheme=digest, {nonce=n, qop=auth,auth-int, realm=a}], [scheme=basic, {charset=UTF-8, realm=b}]]",
                read("Digest realm=\"a\", qop=\"auth,auth-int\", nonce=n, BASIC realm = \"b\" , charset=\"UTF-8\""));
        assertEquals(
                "[[scheme=negotiate, {}], [scheme=ntlm, {}], [scheme=basic, {realm=x}]]",
                read("Negotiate, NTLM", "Basic realm=x"));
    }

    @Test
    void quotesAndWhatIsWrong() {
        assertEquals("[[scheme=basic, {realm=a \"b\", c}]]", read("Basic realm=\"a \\\"b\\\", c\""));
        assertEquals("[[scheme=basic, {realm=open}]]", read("Basic realm=\"open"));
        assertEquals("[[scheme=negotiate, {}]]", read("Negotiate YIIJvwYGKwYBBQUC"));
        assertEquals("[]", read("", ",,", "realm=\"nobody's\""));
    }

    @Test
    void anyLengthIsRead() {
        int many = 50_000;
        assertEquals(
                many, Challenge.all(List.of("Basic realm=\"a\",".repeat(many))).size());
        assertEquals(
                1,
                Challenge.all(List.of("Basic realm=\"" + "\\\"".repeat(many))).size());
    }
}
