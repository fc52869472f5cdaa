package io.github.curlffm;

import static io.github.curlffm.EasySetopt.DEFAULT;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.FileName;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.internal.lib.Libc;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of one handle that are text: strings and lists in the handle's charset, and the names of files. */
final class EasyStrings {

    private static final String STANDARD_OUTPUT = "-";

    private final EasyHandle easy;
    private final EasySetopt setopt;

    EasyStrings(EasyHandle easy, EasySetopt setopt) {
        this.easy = easy;
        this.setopt = setopt;
    }

    void set(Settings settings, OptionRow option, String value) {
        if (option.has(Trait.WRITTEN) && !value.isEmpty() && !value.equals(STANDARD_OUTPUT)) {
            requireFolder(option, value);
        }
        set(settings, option, value, line(option, value));
    }

    /** Sets an option that names a file to the bytes of the name on the system. */
    void set(Settings settings, OptionRow option, Path path) {
        if (option.kind() != Kind.STRING || !option.has(Trait.FILE)) {
            throw CurlOptionException.bad(option, path, "it names no file, so it takes no path");
        }
        if (option.has(Trait.WRITTEN)) {
            requireFolder(option, path);
        }
        set(settings, option, path, bytes(option, path));
    }

    private static void requireFolder(OptionRow option, String file) {
        try {
            requireFolder(option, Path.of(file));
        } catch (InvalidPathException e) {
            // a name that Java cannot have, but the system may
        }
    }

    private static void requireFolder(OptionRow option, Path file) {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CurlOptionException.bad(option, file, "libcurl cannot write it, since there is no folder " + folder);
        }
    }

    private void set(Settings settings, OptionRow option, Object value, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment string = C.terminated(bytes, arena);
            if (option.has(Trait.COMMAND)) {
                easy.resources.turns().take(() -> {
                    setopt.pointer(option, value, string);
                    return null;
                });
            } else {
                setopt.pointer(option, value, string);
            }
        }
        settings.note(option, true);
    }

    void unset(Settings settings, OptionRow option) {
        int code = Setopt.easyPointer(easy.pointer(), option.number(), MemorySegment.NULL);
        if (code == CurlCode.BAD_FUNCTION_ARGUMENT.number()) { // before 8.10.0 the names of protocols have no default
            code = unsetProtocols(option, code);
        }
        EasySetopt.check(option, DEFAULT, code);
        settings.note(option, false);
    }

    /**
     * {@return the code of setting the option of bits instead, which has the same field in libcurl; for other options
     * the given code}
     */
    @SuppressWarnings("deprecation")
    private int unsetProtocols(OptionRow option, int code) {
        Option<?> bits = option.number() == Option.PROTOCOLS_STR.number()
                ? Option.PROTOCOLS
                : option.number() == Option.REDIR_PROTOCOLS_STR.number() ? Option.REDIR_PROTOCOLS : null;
        return bits == null
                ? code
                : Setopt.easyLong(easy.pointer(), bits.number(), Rows.of(bits).defaultNumber());
    }

    private byte[] line(OptionRow option, String value) {
        return line(option, value, "it ");
    }

    private byte[] line(OptionRow option, String value, String subject) {
        return easy.state.text().line(value, why -> CurlOptionException.bad(option, value, subject + why));
    }

    /** Sets a list. Its strings are read once; host names in them are converted to punycode. */
    void setList(OptionRow option, List<?> values) {
        List<byte[]> lines = new ArrayList<>(); // not with the capacity values.size(), which may be wrong
        for (Object value : values) {
            if (value == null) {
                throw new NullPointerException(option + " is set to a list that holds null");
            }
            Rows.refuseElement(option, String.class, value);
            byte[] line = line(option, (String) value, "element " + lines.size() + " of the list ");
            boolean hosts = option.has(Trait.HOSTS);
            lines.add(hosts ? line(option, HostNames.inPunycode((String) value)) : line);
        }
        setopt.kept(option, values, Owned.of(C.slist(lines), curl_ffm_h::curl_slist_free_all));
    }

    /** Opens a file for libcurl to append to. */
    void setFile(OptionRow option, Path path) {
        byte[] name = bytes(option, path);
        try (Arena arena = Arena.ofConfined()) {
            setopt.kept(option, path, Owned.of(Libc.fopenForAppend(C.terminated(name, arena), path), Libc::fclose));
        } catch (IOException e) {
            CurlOptionException refused = CurlOptionException.bad(option, path, e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    private static byte[] bytes(OptionRow option, Path path) {
        if (!FileName.isSystems(path)) {
            throw CurlOptionException.bad(option, path, "it is not a file of the operating system's");
        }
        return FileName.bytes(path);
    }

    /** {@return the bytes of a string that is data} */
    byte[] data(OptionRow option, String value) {
        return easy.state.text().data(value, why -> CurlOptionException.bad(option, value, "it " + why));
    }
}
