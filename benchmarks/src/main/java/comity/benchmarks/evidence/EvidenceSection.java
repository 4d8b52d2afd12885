package comity.benchmarks.evidence;

import comity.benchmarks.Findings;
import comity.benchmarks.Folders;
import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.load.ChildJvm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Sealing and opening, beside the same work with the tools that people have today, on the same files.
public final class EvidenceSection implements Section {
    private static final long GIBIBYTE = 1L << 30;
    private static final int RECORD = 10_000;
    /// The whole process must stay below 256 MiB; the rest is for code and buffers.
    private static final String HEAP = "96m";

    @Override
    public char letter() {
        return 'F';
    }

    @Override
    public String title() {
        return "Evidence: sealing, opening, bundles";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        Tools tools = Tools.in(run.folder());
        Found found = new Found();
        try (ChildJvm ours =
                ChildJvm.start("sealing", run.folder(), Sealing.class, run.flags("sealing", HEAP), List.of())) {
            large(run, ours, tools, found, GIBIBYTE, "");
            if (!run.quick()) {
                large(run, ours, tools, found, 8 * GIBIBYTE, ".8");
            }
            records(run, ours, tools, found);
            found.figure("evidence.memory", Double.parseDouble(ours.ask("memory")) / 1024, "MiB");
            found.note("The process that seals and opens has had "
                    + Numbers.shown(Double.parseDouble(ours.ask("memory")) / 1024)
                    + " MiB at most, with every file of this section.");
        }
        try (ChildJvm ours =
                ChildJvm.start("bundle", run.folder(), Sealing.class, run.flags("bundle", "512m"), List.of())) {
            bundle(run, ours, tools, found);
        }
        new HandOver(run, tools, found).measure();
        found.note(
                "Ours has forced everything to the disk, opened again what was sealed, and read again what was written,"
                        + " before the clock stops; the tools have not, but for the line that says sync. Every figure is the median of the rounds, in which ours and the tools"
                        + " take turns; a first round of ours is not counted.");
        return found.all();
    }

    private interface Timed {
        double seconds() throws Exception;
    }

    private static void large(Run run, ChildJvm ours, Tools tools, Found found, long bytes, String suffix)
            throws Exception {
        Path file = randomFile(run.folder().resolve("large.bin"), bytes);
        Path sealed = run.folder().resolve("sealed");
        Path opened = run.folder().resolve("opened");
        double limit = 0;
        for (int i = 0; i < 3; i++) {
            double each = Double.parseDouble(ours.ask("limit")) / 1e9;
            limit = i == 0 ? each : Math.min(limit, each);
        }
        double limitSeconds = limit * (bytes >> 20) / Runtime.getRuntime().availableProcessors();
        Map<String, Timed> works = new LinkedHashMap<>();
        works.put(
                "evidence.write",
                () -> nanos(ours.ask("write " + file + " " + run.folder().resolve("w.age"))));
        works.put("evidence.through", () -> nanos(ours.ask("through " + file)));
        works.put("evidence.seal", () -> {
            Folders.remove(sealed);
            return nanos(ours.ask("seal " + file + " " + sealed));
        });
        works.put("evidence.open", () -> nanos(ours.ask("open " + sealed + " " + opened)));
        works.put("age.seal", () -> tools.ageAlone(file));
        works.put("tools.seal", () -> tools.byHand(file));
        works.put("tools.forced", () -> tools.byHandAndForced(file));
        works.put("cms.seal", () -> tools.cms(file));
        if (Tools.there("gpg", "--version")) {
            works.put("gpg.seal", () -> tools.gpg(file).orElseThrow());
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        int rounds = bytes > GIBIBYTE ? 3 : run.thorough(7, 3);
        for (int round = 0; round <= rounds; round++) {
            run.say((bytes >> 30) + " GiB, round " + round + " of " + rounds);
            for (Map.Entry<String, Timed> work : works.entrySet()) {
                double seconds = work.getValue().seconds();
                if (round > 0) {
                    times.computeIfAbsent(work.getKey(), _ -> new ArrayList<>()).add(seconds);
                }
            }
        }
        Folders.remove(sealed);
        Files.delete(file);
        List<List<String>> rows = new ArrayList<>();
        row(
                rows,
                found,
                "limit" + suffix,
                "two digests, sealing and opening, nothing else, on all cores",
                limitSeconds,
                bytes);
        Map<String, String> words = Map.of(
                "evidence.write", "ours, the writer alone",
                "evidence.through", "the same, written nowhere",
                "evidence.seal", "ours, sealed, opened again, read again, compared, forced to the disk",
                "evidence.open", "ours, opened, compared, forced to the disk",
                "age.seal", "age alone",
                "tools.seal", "openssl dgst; age; openssl dgst",
                "tools.forced", "openssl dgst; age; openssl dgst; sync -d",
                "cms.seal", "openssl cms -encrypt -stream -aes-256-gcm",
                "gpg.seal", "gpg --symmetric -z 0");
        times.forEach((name, seconds) -> row(rows, found, name + suffix, words.get(name), median(seconds), bytes));
        found.table("A file of " + (bytes >> 30) + " GiB", List.of("what", "seconds", "MB/s"), rows);
    }

    static void row(List<List<String>> rows, Found found, String name, String words, double seconds, long bytes) {
        found.figure(name + ".seconds", seconds, "s");
        rows.add(List.of(words, Numbers.shown(seconds), Numbers.shown(bytes / seconds / 1e6)));
    }

    private static void records(Run run, ChildJvm ours, Tools tools, Found found) throws Exception {
        int count = run.thorough(10_000, 1_000);
        Path files = Files.createDirectory(run.folder().resolve("records"));
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[RECORD];
            random.nextBytes(bytes);
            Files.write(files.resolve(i + ".csv"), bytes);
        }
        run.say(count + " exhibits of 10 kB");
        double[] times = Arrays.stream(
                        ours.ask("records " + files + " " + run.folder().resolve("packages"))
                                .split(" "))
                .mapToDouble(each -> Double.parseDouble(each) / 1e6)
                .skip(count / 10)
                .sorted()
                .toArray();
        double perSecond = 1000 / Arrays.stream(times).average().orElseThrow();
        int byHand = Math.min(count, 300);
        double begun = 0;
        for (int i = 0; i < byHand; i++) {
            begun += tools.byHand(files.resolve(i + ".csv"));
        }
        found.figure("evidence.record.p50", times[times.length / 2], "ms");
        found.figure("evidence.record.p99", times[times.length * 99 / 100], "ms");
        found.figure("evidence.record.rate", perSecond, "1/s");
        found.figure("tools.record.rate", byHand / begun, "1/s");
        found.table(
                "Exhibits of 10 kB, each a package of its own, one after the other",
                List.of("what", "a second", "p50 ms", "p99 ms"),
                List.of(
                        List.of(
                                "ours, with its manifest, forced to the disk; not signed",
                                Numbers.shown(perSecond),
                                Numbers.shown(times[times.length / 2]),
                                Numbers.shown(times[times.length * 99 / 100])),
                        List.of("openssl dgst; age; openssl dgst", Numbers.shown(byHand / begun), "", "")));
        Folders.remove(files);
        Folders.remove(run.folder().resolve("packages"));
    }

    private static void bundle(Run run, ChildJvm ours, Tools tools, Found found) throws Exception {
        int count = run.thorough(100_000, 10_000);
        Path files = Files.createDirectory(run.folder().resolve("small"));
        Random random = new Random(2);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[2_000 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            Path place = files.resolve(Integer.toString(i % 100)).resolve(i + ".txt");
            Files.createDirectories(place.getParent());
            Files.write(place, bytes);
        }
        run.say("a bundle of " + count + " files");
        Path sealed = run.folder().resolve("sealed");
        Path opened = run.folder().resolve("opened-small");
        double sealing = nanos(ours.ask("seal " + files + " " + sealed));
        ours.ask("keep " + sealed + " " + opened);
        List<Double> checks = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        for (int round = 0; round <= run.thorough(5, 3); round++) {
            double check = nanos(ours.ask("check " + opened));
            double sum = tools.sha256sum(opened);
            if (round > 0) {
                checks.add(check);
                sums.add(sum);
            }
        }
        found.figure("evidence.bundle.seconds", median(checks), "s");
        found.figure("sha256sum.bundle.seconds", median(sums), "s");
        found.figure("evidence.bundle.seal", sealing, "s");
        found.table(
                "A bundle of " + Numbers.shown(count) + " files of 2 to 4 kB",
                List.of("what", "seconds"),
                List.of(
                        List.of(
                                "ours: every digest, both lists, the manifest and the seal",
                                Numbers.shown(median(checks))),
                        List.of("sha256sum -c", Numbers.shown(median(sums))),
                        List.of("ours, sealing it once", Numbers.shown(sealing))));
        Folders.remove(files);
        Folders.remove(sealed);
        Folders.remove(opened);
    }

    static Path randomFile(Path file, long bytes) throws IOException {
        Random random = new Random(bytes);
        byte[] piece = new byte[1 << 20];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long done = 0; done < bytes; done += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return file;
    }

    static double nanos(String answer) {
        return Double.parseDouble(answer) / 1e9;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
