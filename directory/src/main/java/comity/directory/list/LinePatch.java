package comity.directory.list;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one file becomes the next: which parts of the former are copied, and what is new between them. Whoever has the
/// former needs to be sent only this. What comes out is believed for its digest or signature, never for the patch.
///
/// The form stands in docs/protocol/directory-list.md.
public final class LinePatch {
    /// The media type over HTTP.
    public static final String MEDIA_TYPE = "application/vnd.comity.line-patch";

    private static final String FIRST_LINE = "comity-line-patch 1";
    private static final String LAST_LINE = "end";
    private static final int LONGEST_LINE = 4096;
    /// A copy of fewer bytes costs more than the bytes themselves.
    private static final int WORTH_COPYING = 24;

    private LinePatch() {}

    /// A patch that cannot be applied. Nothing is known of the new file then, and it is fetched whole.
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String detail) {
            super(detail);
        }
    }

    /// From a book to the next one.
    public static byte[] ofBook(byte[] former, byte[] next) {
        return write(Sha256.hex(former), Optional.empty(), former, next);
    }

    /// From an edition to a later one.
    public static byte[] ofList(byte[] former, byte[] next) {
        Compact one = Compact.of(former);
        Compact other = Compact.of(next);
        return write(Sha256.hex(former), Optional.of(other.detached()), one.payload(), other.payload());
    }

    /// The next book.
    ///
    /// @throws Unfit when this is not a patch of the former book
    static byte[] applyToBook(byte[] patch, byte[] former, int largest) throws Unfit {
        return new Reader(patch, Sha256.hex(former)).apply(former, largest);
    }

    /// The later edition, whose signature is not checked here.
    ///
    /// @throws Unfit when this is not a patch of the former edition
    static byte[] applyToList(byte[] patch, byte[] former, int largest) throws Unfit {
        Reader reader = new Reader(patch, Sha256.hex(former));
        String detached = reader.signature();
        byte[] payload = reader.apply(Compact.of(former).payload(), largest);
        return Compact.attach(detached, payload);
    }

    private static byte[] write(String from, Optional<String> signature, byte[] former, byte[] next) {
        Writer writer = new Writer(former, next);
        writer.line(FIRST_LINE);
        writer.line("from " + from);
        signature.ifPresent(detached -> writer.line("jws " + detached));
        writer.differences();
        writer.line(LAST_LINE);
        return writer.out.toByteArray();
    }

    /// A part of a file.
    ///
    /// @param end the first byte behind it
    private record Part(int start, int end) {
        /// The parts of a part, each with the byte that ends it.
        static List<Part> of(byte[] file, Part whole, byte ending) {
            List<Part> parts = new ArrayList<>();
            int start = whole.start;
            for (int i = start; i < whole.end; i++) {
                if (file[i] == ending || i == whole.end - 1) {
                    parts.add(new Part(start, i + 1));
                    start = i + 1;
                }
            }
            return parts;
        }

        ByteBuffer in(byte[] file) {
            return ByteBuffer.wrap(file, start, end - start);
        }

        int length() {
            return end - start;
        }
    }

    /// One step: a part of the former file is copied, or a part of the next one is sent.
    private record Step(boolean copies, Part part) {
        boolean goesOnTo(Step next) {
            return copies == next.copies && part.end == next.part.start;
        }
    }

    private static final class Writer {
        private final byte[] former;
        private final byte[] next;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer(byte[] former, byte[] next) {
            this.former = former;
            this.next = next;
        }

        void line(String text) {
            out.writeBytes(Utf8.bytes(text + "\n"));
        }

        void differences() {
            List<Step> byLine = steps(new Part(0, former.length), new Part(0, next.length), (byte) '\n', true);
            joined(sendingWhatIsShort(joined(byLine))).forEach(this::write);
        }

        /// Parts that are there already are copied, the rest is sent. A line that took the place of another is
        /// compared with it member by member.
        private List<Step> steps(Part whole, Part nextWhole, byte ending, boolean lookInside) {
            List<Part> old = Part.of(former, whole, ending);
            Map<ByteBuffer, TreeSet<Integer>> places = new HashMap<>();
            for (int i = 0; i < old.size(); i++) {
                places.computeIfAbsent(old.get(i).in(former), _ -> new TreeSet<>())
                        .add(i);
            }
            List<Step> steps = new ArrayList<>();
            int cursor = 0;
            for (Part part : Part.of(next, nextWhole, ending)) {
                TreeSet<Integer> found = places.get(part.in(next));
                if (found != null) {
                    Integer ahead = found.ceiling(cursor);
                    int place = ahead == null ? found.first() : ahead;
                    steps.add(new Step(true, old.get(place)));
                    cursor = place + 1;
                } else if (lookInside && cursor < old.size()) {
                    steps.addAll(steps(old.get(cursor), part, (byte) ',', false));
                    cursor++;
                } else {
                    steps.add(new Step(false, part));
                }
            }
            return steps;
        }

        private static List<Step> joined(List<Step> steps) {
            List<Step> joined = new ArrayList<>();
            for (Step step : steps) {
                if (!joined.isEmpty() && joined.getLast().goesOnTo(step)) {
                    Step before = joined.removeLast();
                    joined.add(new Step(step.copies, new Part(before.part.start, step.part.end)));
                } else {
                    joined.add(step);
                }
            }
            return joined;
        }

        private static List<Step> sendingWhatIsShort(List<Step> steps) {
            List<Step> better = new ArrayList<>();
            int at = 0;
            for (Step step : steps) {
                int length = step.part.length();
                boolean copies = step.copies && length >= WORTH_COPYING;
                better.add(copies ? step : new Step(false, new Part(at, at + length)));
                at += length;
            }
            return better;
        }

        private void write(Step step) {
            Part part = step.part;
            if (step.copies) {
                line("= " + part.start + " " + part.length());
            } else {
                line("+ " + part.length());
                out.write(next, part.start, part.length());
                line("");
            }
        }
    }

    private static final class Reader {
        private static final Pattern COPY = Pattern.compile("= (0|[1-9][0-9]{0,8}) ([1-9][0-9]{0,8})");
        private static final Pattern FRESH = Pattern.compile("\\+ ([1-9][0-9]{0,8})");

        private final byte[] patch;
        private int at;

        Reader(byte[] patch, String from) throws Unfit {
            this.patch = patch;
            require(line().equals(FIRST_LINE), "not a patch");
            require(line().equals("from " + from), "a patch of something else");
        }

        String signature() throws Unfit {
            String line = line();
            require(line.startsWith("jws "), "a patch of a list carries its signature");
            return line.substring("jws ".length());
        }

        byte[] apply(byte[] former, int largest) throws Unfit {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (String line = line(); !line.equals(LAST_LINE); line = line()) {
                Matcher copy = COPY.matcher(line);
                Matcher fresh = FRESH.matcher(line);
                if (copy.matches()) {
                    int start = Integer.parseInt(copy.group(1));
                    int length = Integer.parseInt(copy.group(2));
                    require(start <= former.length - length, "it copies what is not there");
                    require(length <= largest - out.size(), "it becomes too large");
                    out.write(former, start, length);
                } else {
                    require(fresh.matches(), "neither a copy nor something new");
                    int length = Integer.parseInt(fresh.group(1));
                    require(length < patch.length - at && patch[at + length] == '\n', "it ends too early");
                    require(length <= largest - out.size(), "it becomes too large");
                    out.write(patch, at, length);
                    at += length + 1;
                }
            }
            require(at == patch.length, "something follows its end");
            return out.toByteArray();
        }

        private String line() throws Unfit {
            int end = at;
            while (end < patch.length && patch[end] != '\n') {
                end++;
            }
            require(end < patch.length && end - at <= LONGEST_LINE, "a line does not end");
            String line = Utf8.text(Arrays.copyOfRange(patch, at, end));
            at = end + 1;
            return line;
        }

        private static void require(boolean holds, String otherwise) throws Unfit {
            if (!holds) {
                throw new Unfit(otherwise);
            }
        }
    }
}
