package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.docs.Readme.Block;
import io.github.curlffm.docs.ReadmePeers.Request;
import io.github.curlffm.testing.Printed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program of the README, and those of the cookbook that talk to the same servers, compiled and run as it stands there, but for its URLs and files: see
 * {@link ReadmePeers#localize}.
 */
class ReadmeTest {

    private static final Readme README = Readme.read("README.md");
    private static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final String IMPORTS = README.program("More programs").text();
    private static final String REPORT = "report, 1st draft\n".repeat(1000);

    @TempDir
    Path folder;

    private final ReadmePeers peers = new ReadmePeers();

    @BeforeEach
    void writeTheReport() throws Exception {
        Files.writeString(folder.resolve("report.pdf"), REPORT);
    }

    private Printed run(String program) throws Exception {
        return Program.run(IMPORTS, peers.localize(program, folder), folder);
    }

    private Printed runUnder(String heading) throws Exception {
        return run(program(heading));
    }

    /** {@return the program under a heading of the README or of the cookbook} */
    private static String program(String heading) {
        boolean inReadme =
                README.blocks("java").stream().anyMatch(block -> block.heading().equals(heading));
        return (inReadme ? README : COOKBOOK).program(heading).text();
    }

    static List<Block> programs() {
        return README.blocks("java");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyProgramRunsAndPrintsWhatTheReadmeSays(Block program) throws Exception {
        String printed = run(program.text()).out();
        String stated = README.statedOutput(program);
        assertEquals(stated == null ? printed : stated, printed);
    }

    @Test
    void everyStatedOutputBelongsToAProgram() {
        Stream<String> found = programs().stream().map(README::statedOutput).filter(stated -> stated != null);
        assertEquals(
                README.blocks("text").stream().map(Block::text).toList(),
                found.toList(),
                "blocks of text are outputs: one empty line below their program");
    }

    @Test
    void theFirstProgramPrintsThePageTheResponseCodeAndTheHeader() throws Exception {
        Printed printed = runUnder("A first program");
        assertEquals(ReadmePeers.PAGE + "200\n", printed.out());
        assertTrue(printed.err().startsWith("HTTP/1.1 200 OK\r\n"), printed.err());
    }

    @Test
    void theImportsAreThoseOfJshell() throws Exception {
        List<String> imports = IMPORTS.lines().toList();
        List<String> jshell = Files.readAllLines(Path.of("scripts/imports.jsh"));
        assertEquals(jshell, imports.subList(0, jshell.size()));
    }

    @Test
    void theUploadArrivesWhole() throws Exception {
        runUnder("Uploading a file");
        assertEquals(List.of(new Request("PUT /report.pdf", REPORT, "")), peers.requests);
    }

    @Test
    void theFormArrivesEscaped() throws Exception {
        runUnder("Posting a form");
        assertEquals(
                List.of(new Request("POST /members", "name=Zo%C3%AB%20%26%20Co&project=curl", "")), peers.requests);
    }

    @Test
    void theDebugProgramShowsBothHeadersAndTheBody() throws Exception {
        String printed = runUnder("Seeing what libcurl does").out();
        assertAll(
                () -> assertTrue(printed.contains("HEADER_OUT: GET / HTTP/1.1\r\n"), printed),
                () -> assertTrue(printed.contains("HEADER_IN: HTTP/1.1 200 OK\r\n"), printed),
                () -> assertTrue(printed.contains("DATA_IN: " + ReadmePeers.PAGE), printed));
    }

    @Test
    void theViewWritesThePageToTheFile() throws Exception {
        runUnder("Writing to a file without a copy");
        assertEquals(ReadmePeers.PAGE, Files.readString(folder.resolve("page.html")));
    }

    @Test
    void theGuardLetsNobodyThrough() throws Exception {
        String guarded = program("Blocking access to the internal network");
        String mapped = guarded.replace("http://localhost/", "http://[::ffff:127.0.0.1]:" + peers.port() + "/");
        for (String program : List.of(guarded, mapped)) {
            assertEquals("COULDNT_CONNECT\n", run(program).out());
        }
        assertEquals(List.of(), peers.requests);
    }

    @Test
    void withoutTheGuardTheyWouldGetThrough() throws Exception {
        String guarded = program("Blocking access to the internal network");
        run(guarded.replace(".set(OPENSOCKETFUNCTION, outsideOnly)", ""));
        assertEquals(List.of(new Request("GET /admin", "", "")), peers.requests);
    }

    @Test
    void theTrailerIsTheDigestOfWhatWasSent() throws Exception {
        runUnder("Trailers");
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(REPORT.getBytes(StandardCharsets.UTF_8));
        String trailer = "Content-Digest: sha-256=:" + Base64.getEncoder().encodeToString(sum) + ":\n";
        assertEquals(List.of(new Request("PUT /report.pdf", REPORT, trailer)), peers.requests);
    }

    @Test
    void theDuplicatesHaveTheCallbacksOfTheirOriginal() throws Exception {
        assertEquals(
                ReadmePeers.PAGE.repeat(2),
                runUnder("One configuration, many handles").out());
        assertEquals(
                List.of("GET /chapters/one", "GET /chapters/two"),
                peers.requests.stream().map(Request::line).toList());
    }
}
