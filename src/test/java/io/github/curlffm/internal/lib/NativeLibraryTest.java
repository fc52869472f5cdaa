package io.github.curlffm.internal.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.LoadsLibcurl;
import io.github.curlffm.testing.Needs;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How libcurl is found and loaded, each time by a JVM of its own. */
class NativeLibraryTest {

    /** From JDK 24 on, what is not granted is only warned of; before, granting it to one denies it to the others. */
    private static final String DENY =
            Runtime.version().feature() >= 24 ? "--illegal-native-access=deny" : "--enable-native-access=java.base";

    @TempDir
    Path folder;

    private static ChildJvm child() {
        return ChildJvm.of(LoadsLibcurl.class);
    }

    /** {@return what the program said the first time, after checking that it said the same the second time} */
    private static String said(ChildJvm jvm) throws Exception {
        Child.Outcome result = jvm.run();
        assertEquals(0, result.exit(), result::toString);
        boolean warningOfTheJvm = result.err().contains("execstack"); // when it opens a file that is no library
        assertTrue(result.err().isEmpty() || warningOfTheJvm, result::toString);
        String once = result.out().substring(0, result.out().length() / 2);
        assertEquals(once + once, result.out());
        return once.strip();
    }

    private static void assertNotLoaded(String said, String... parts) {
        assertTrue(said.startsWith("java.lang.UnsatisfiedLinkError: "), said);
        for (String part : parts) {
            assertTrue(said.contains(part), () -> "\"" + part + "\" is not in: " + said);
        }
    }

    // --- the library that the property names ------------------------------------------------------------------------

    @Test
    void pathThatNamesNoFile() throws Exception {
        for (Path path : List.of(folder.resolve("libcurl.so.4"), folder)) {
            assertNotLoaded(
                    said(child().library(path.toString())),
                    "-Dcurlffm.library=" + path + " names no file",
                    "the path of libcurl itself");
        }
    }

    @Test
    void fileThatIsNoLibrary() throws Exception {
        Path file = Files.writeString(folder.resolve("libcurl.so.4"), "no library");
        assertNotLoaded(
                said(child().library(file.toString())), "-Dcurlffm.library=" + file + " cannot be loaded", "" + file);
    }

    @Test
    void libraryThatIsNotLibcurl() throws Exception {
        String folder = System.mapLibraryName("").endsWith(".dll") ? "bin" : "lib";
        Path other = Path.of(System.getProperty("java.home"), folder, System.mapLibraryName("java"));
        Needs.file(other);
        assertNotLoaded(
                said(child().library(other.toString())),
                "-Dcurlffm.library=" + other + " cannot be loaded",
                "it has no curl_easy_init");
    }

    /** Without a slash, the system would look for it everywhere but there. */
    @Test
    void nameWithoutAFolderIsAFileOfTheWorkingDirectory() throws Exception {
        Files.writeString(folder.resolve("libcurl.so.4"), "no library");
        assertNotLoaded(
                said(child().library("libcurl.so.4").in(folder)), "-Dcurlffm.library=libcurl.so.4 cannot be loaded");
    }

    @Test
    void libraryThatThePropertyNamesIsTheOneThatIsLoaded() throws Exception {
        Path loaded = loadedFile();
        Path copy = Files.copy(loaded, folder.resolve("my-libcurl"));
        assertEquals(
                "loaded " + Curl.version().version() + " in unnamed module",
                said(child().library(copy.toString())).replaceFirst(" @.*", ""));
    }

    /** {@return the file of the libcurl that this JVM has loaded} */
    private static Path loadedFile() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        Needs.file(maps);
        return Files.readAllLines(maps).stream()
                .filter(line -> line.matches(".*/libcurl[^/]*\\.so[^/]*"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .findFirst()
                .orElseThrow();
    }

    // --- the library that is searched -------------------------------------------------------------------------------

    /** A file that is no library, and comes first, ends the search of the system's loader for that name. */
    @Test
    void everyTryIsListedWhenThereIsNothing() throws Exception {
        Needs.linux(); // which LD_LIBRARY_PATH is of
        List<String> names = List.of("libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so");
        for (String name : names) {
            Files.writeString(folder.resolve(name), "no library");
        }
        String said = said(child().library("").environment("LD_LIBRARY_PATH", folder.toString()));
        assertNotLoaded(said, "libcurl is not to be found. Tried:", "apt-get install libcurl4", "dnf install libcurl");
        assertNotLoaded(said, "-Dcurlffm.library=/path/to/the/library");
        assertEquals(
                names,
                said.lines()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.strip().split(":")[0])
                        .toList());
    }

    @Test
    void everyTryIsListedOnOtherSystems() throws Exception {
        assertNotLoaded(
                said(child().library("").options("-Dos.name=Windows 11")),
                "libcurl-x64.dll: ",
                "libcurl-arm64.dll: ",
                "libcurl.dll: ",
                "curl's download page");
        Needs.linux(); // since macOS would find its own
        assertNotLoaded(
                said(child().library("").options("-Dos.name=Mac OS X")),
                "/opt/homebrew/opt/curl/lib/libcurl.4.dylib: ",
                "/usr/lib/libcurl.4.dylib: ",
                "brew install curl");
    }

    // --- native access ----------------------------------------------------------------------------------------------

    @Test
    void deniedNativeAccessNamesTheFlagForTheClassPath() throws Exception {
        assertEquals(
                "java.lang.IllegalCallerException: this JVM denies curl-ffm native access: start java with"
                        + " --enable-native-access=ALL-UNNAMED",
                said(child().withoutNativeAccess().options(DENY)));
    }

    @Test
    void deniedNativeAccessNamesTheFlagForTheModulePath() throws Exception {
        assertEquals(
                "java.lang.IllegalCallerException: this JVM denies curl-ffm native access: start java with"
                        + " --enable-native-access=io.github.curlffm",
                said(child().asModule().withoutNativeAccess().options(DENY)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutAnyFlagOnlyTheJdkWarns(boolean asModule) throws Exception {
        ChildJvm jvm = child().withoutNativeAccess();
        Child.Outcome result = (asModule ? jvm.asModule() : jvm).run();
        assertEquals(0, result.exit(), result::toString);
        assertTrue(result.out().startsWith("loaded " + Curl.version().version()), result::toString);
        assertFalse(result.err().isBlank(), "JDKs 22 to 25 warn");
        assertEquals(
                List.of(),
                result.err()
                        .lines()
                        .filter(line -> !line.isEmpty() && !line.startsWith("WARNING: "))
                        .toList());
    }

    // --- the module -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transfersOnTheClassPathAndAsAModule(boolean asModule) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content\n");
        ChildJvm jvm = child().arguments(file.toUri().toString());
        String said = said(asModule ? jvm.asModule() : jvm);
        String where = asModule ? "module io.github.curlffm" : "unnamed module @";
        assertTrue(said.startsWith("loaded " + Curl.version().version() + " in " + where), said);
        assertTrue(said.endsWith("\ncontent\ntransferred 8"), said);
    }

    /** As in an image of jlink that has nothing else. */
    @Test
    void transfersWithoutTheModuleJavaNetHttp() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content\n");
        String said = said(child().asModule()
                .options("--limit-modules", "io.github.curlffm")
                .arguments(file.toUri().toString()));
        assertTrue(said.endsWith("\ncontent\ntransferred 8"), said);
    }

    @Test
    void moduleExportsFourPackagesAndNeedsNothingButTheJdksBase() {
        ModuleDescriptor module = ModuleFinder.of(ChildJvm.codeOfTheLibrary())
                .find("io.github.curlffm")
                .orElseThrow()
                .descriptor();
        assertEquals(
                Set.of(
                        "io.github.curlffm",
                        "io.github.curlffm.callback",
                        "io.github.curlffm.http",
                        "io.github.curlffm.option"),
                module.exports().stream()
                        .peek(export -> assertFalse(export.isQualified(), export::toString))
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of("java.base"),
                module.requires().stream()
                        .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name)
                        .collect(Collectors.toSet()));
        assertTrue(module.opens().isEmpty()
                && module.uses().isEmpty()
                && module.provides().isEmpty());
    }

    // --- what is there ----------------------------------------------------------------------------------------------

    @Test
    void functionsOfTheLoadedLibraryAreKnown() {
        assertTrue(NativeLibrary.has("curl_easy_init"));
        assertFalse(NativeLibrary.has("curl_easy_no_such_function"));
        assertFalse(NativeLibrary.name().isBlank());
    }
}
