package io.github.curlffm.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one of the library's class files refers to, as section 4.4 of the JVM specification lays it out. */
final class ClassFile {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern CLASS_NAME = Pattern.compile("(?:io/github/curlffm|java|javax)(?:/[\\w$]+)+");

    private final String name;
    private final String[] strings;
    private final int[] first;
    private final int[] second;
    private final List<Integer> methodRefs = new ArrayList<>();

    /** A method that is called. */
    record MethodRef(String owner, String name) {}

    private ClassFile(String name, DataInputStream in) throws IOException {
        this.name = name;
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        strings = new String[count];
        first = new int[count];
        second = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> strings[i] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 15 -> in.skipNBytes(3);
                default -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
            }
            if (tag == 10 || tag == 11) {
                methodRefs.add(i);
            }
        }
    }

    /** {@return all classes of the library} */
    static List<ClassFile> all() throws IOException {
        List<ClassFile> all = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CLASSES.resolve("io"))) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String path = CLASSES.relativize(file).toString().replace('\\', '/');
            try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                all.add(new ClassFile(path.substring(0, path.length() - ".class".length()), in));
            }
        }
        assertTrue(all.size() > 200, () -> "classes in " + CLASSES.toAbsolutePath() + ": " + all.size());
        return all;
    }

    /** {@return the name, with slashes} */
    String name() {
        return name;
    }

    /** {@return the methods that are called} */
    Stream<MethodRef> methods() {
        return methodRefs.stream().map(ref -> new MethodRef(strings[first[first[ref]]], strings[first[second[ref]]]));
    }

    /** {@return the classes of this library and the JDK that are named anywhere, with slashes} */
    Set<String> classes() {
        Set<String> names = new TreeSet<>();
        for (String string : strings) {
            if (string != null) {
                Matcher matcher = CLASS_NAME.matcher(string);
                while (matcher.find()) {
                    names.add(matcher.group());
                }
            }
        }
        names.remove(name);
        return names;
    }
}
