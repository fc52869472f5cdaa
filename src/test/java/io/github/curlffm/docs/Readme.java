package io.github.curlffm.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file of this project, taken apart. */
record Readme(Path file, List<Block> blocks, String prose) {

    /** A fenced block; {@code heading} is the last one above it, {@code line} that of its first line. */
    record Block(String language, String heading, int line, int lastLine, String text) {
        @Override
        public String toString() {
            return heading + ", line " + line;
        }
    }

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String FENCE = "```";

    static Readme read(String name) {
        try {
            Path file = Path.of(name);
            return parse(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Readme parse(Path file, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int first = i + 1;
                int end = first;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                String text = String.join("\n", lines.subList(first, end)) + "\n";
                blocks.add(new Block(line.substring(FENCE.length()), heading, first + 1, end, text));
                i = end;
            } else {
                if (line.startsWith("#")) {
                    heading = line.replaceFirst("^#+ ", "");
                }
                prose.append(line).append('\n');
            }
        }
        return new Readme(file, blocks, prose.toString());
    }

    List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** {@return the one Java block under a heading} */
    Block program(String heading) {
        List<Block> found = blocks("java").stream()
                .filter(block -> block.heading().equals(heading))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(file + " has " + found.size() + " Java blocks under \"" + heading + "\"");
        }
        return found.getFirst();
    }

    /** {@return the text block right below another block, or null} */
    String statedOutput(Block block) {
        return blocks("text").stream()
                .filter(output -> output.line() == block.lastLine() + 4)
                .map(Block::text)
                .findFirst()
                .orElse(null);
    }

    /** {@return where the links lead} */
    List<String> links() {
        return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    /** {@return what stands under a heading, up to the next one} */
    String section(String heading) {
        Matcher section = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(^#|\\z)")
                .matcher(prose);
        if (!section.find()) {
            throw new AssertionError(file + " has no section \"" + heading + "\"");
        }
        return section.group(1);
    }

    /** {@return the cells of the table under a heading, a list for each row, without its head} */
    List<List<String>> table(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** {@return what a text has between single backticks} */
    static List<String> code(String text) {
        return CODE.matcher(text).results().map(span -> span.group(1)).toList();
    }
}
