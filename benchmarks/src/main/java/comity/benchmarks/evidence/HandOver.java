package comity.benchmarks.evidence;

import comity.benchmarks.Folders;
import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.ChildJvm;
import comity.benchmarks.load.Compilers;
import comity.evidence.PackageFiles;
import comity.evidence.paper.Seal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// From one node to another: small records sealed, signed and logged, and a large payload pulled over mutual
/// TLS, beside `curl` with the same certificate at the same server.
final class HandOver {
    private static final String HEAP = "256m";
    private static final int RECORD = 10_000;
    /// Until the compilers of both ends rest.
    private static final int WARM_RECORDS = 200;

    private static final int MOST_WARM_ROUNDS = 25;

    private final Run run;
    private final Tools tools;
    private final Found found;
    private final Path roots;
    private final Path keys;

    HandOver(Run run, Tools tools, Found found) {
        this.run = run;
        this.tools = tools;
        this.found = found;
        this.roots = run.folder().resolve("holding-keys");
        this.keys = run.folder().resolve("pulling-keys");
    }

    void measure() throws Exception {
        try (ChildJvm holding = ChildJvm.start(
                "holding",
                run.folder(),
                HoldingNode.class,
                run.flags("holding", HEAP),
                List.of(run.folder().resolve("holding").toString(), roots.toString(), keys.toString()))) {
            signed(holding);
            pulled(holding);
        }
    }

    private void signed(ChildJvm holding) throws Exception {
        int count = run.thorough(2_000, 500);
        run.say(count + " records of 10 kB, sealed, signed and logged");
        Path files = Files.createDirectory(run.folder().resolve("signed"));
        Random random = new Random(3);
        for (int i = 0; i < count + WARM_RECORDS; i++) {
            byte[] bytes = new byte[RECORD];
            random.nextBytes(bytes);
            Files.write(files.resolve(i + ".csv"), bytes);
        }
        double[] times = Arrays.stream(holding.ask("records " + files).split(" "))
                .mapToDouble(each -> Double.parseDouble(each) / 1e6)
                .skip(WARM_RECORDS)
                .sorted()
                .toArray();
        Folders.remove(files);
        double half = times[times.length / 2];
        double most = times[times.length * 99 / 100];
        found.figure("evidence.signed.p50", half, "ms");
        found.figure("evidence.signed.p99", most, "ms");
        found.table(
                "Records of 10 kB, each sealed, signed, logged and offered, one after the other",
                List.of("what", "p50 ms", "p99 ms", "p99 wanted"),
                List.of(List.of(
                        "ours, from the word to hand it over until all of it is durable",
                        Numbers.shown(half),
                        Numbers.shown(most),
                        "at most 50")));
        found.note("In half of " + Numbers.shown(count) + " tries a record of 10 kB was sealed, opened again, signed"
                + " (CAdES, without a time-stamp), and durable with its custody events, their leaves in the ledger and"
                + " the letter that offers it, within " + Numbers.shown(half) + " ms; in 99 of 100 within "
                + Numbers.shown(most) + " ms. At most 50 ms were wanted.");
    }

    private void pulled(ChildJvm holding) throws Exception {
        long bytes = run.thorough(1L << 30, 256L << 20);
        Path file = EvidenceSection.randomFile(run.folder().resolve("handed.bin"), bytes);
        run.say((bytes >> 20) + " MiB sealed, to be pulled");
        Path sealed = Path.of(holding.ask("offer " + file));
        Files.delete(file);
        Seal seal = Seal.read(Files.readAllBytes(sealed.resolve(PackageFiles.SEAL)));
        String port = holding.ask("port");
        try (ChildJvm pulling = ChildJvm.start(
                "pulling",
                run.folder(),
                PullingNode.class,
                run.flags("pulling", HEAP),
                List.of(keys.toString(), roots.toString(), port))) {
            URI payload = URI.create(
                    "https://127.0.0.1:" + port + "/exhibits/" + seal.packageId() + "/" + PackageFiles.PAYLOAD);
            compare(holding, pulling, sealed, payload, bytes);
        }
    }

    private void compare(ChildJvm holding, ChildJvm pulling, Path sealed, URI payload, long bytes) throws IOException {
        run.say((bytes >> 20) + " MiB pulled until the compilers rest");
        Compilers compilers = new Compilers(List.of(holding, pulling));
        int warm = 0;
        do {
            Round unused = round(pulling, sealed, payload);
            warm++;
        } while (!compilers.haveRested() && warm < MOST_WARM_ROUNDS);
        List<Round> counted = new ArrayList<>();
        int rounds = run.thorough(7, 5);
        for (int round = 1; round <= rounds; round++) {
            run.say((bytes >> 20) + " MiB pulled, round " + round + " of " + rounds);
            counted.add(round(pulling, sealed, payload));
        }
        show(counted, warm, Files.size(sealed.resolve(PackageFiles.PAYLOAD)));
    }

    /// Seconds of a round, in which ours and `curl` take turns.
    ///
    /// @param curl 0 when there is none
    /// @param hashed `curl` and then a digest of what it has brought; 0 when there is none
    private record Round(double ours, double curl, double hashed) {}

    private Round round(ChildJvm pulling, Path sealed, URI payload) throws IOException {
        Path original = sealed.resolve(PackageFiles.PAYLOAD);
        Path target = Files.createDirectory(run.folder().resolve("pulled"));
        double ours = EvidenceSection.nanos(pulling.ask("pull " + sealed.resolve(PackageFiles.SEAL) + " " + target));
        requireSame(original, target.resolve(PackageFiles.PAYLOAD));
        Folders.remove(target);
        if (!Tools.there("curl", "--version")) {
            return new Round(ours, 0, 0);
        }
        double curl = fetched(original, payload, "");
        return new Round(ours, curl, fetched(original, payload, " && openssl dgst -sha256 fetched.age"));
    }

    private double fetched(Path original, URI payload, String after) throws IOException {
        Path target = run.folder().resolve("fetched.age");
        double seconds = tools.curl(payload, keys, roots.resolve("root.pem"), target, after);
        requireSame(original, target);
        Files.delete(target);
        return seconds;
    }

    private static void requireSame(Path original, Path come) throws IOException {
        if (Files.mismatch(original, come) >= 0) {
            throw new IOException("What has come is not what was sealed");
        }
    }

    private void show(List<Round> rounds, int warm, long bytes) {
        List<List<String>> rows = new ArrayList<>();
        double pull = median(rounds, Round::ours);
        double curl = median(rounds, Round::curl);
        String words =
                "ours: 4 connections, each segment hashed and journalled, all of it forced to the disk at the end";
        EvidenceSection.row(rows, found, "evidence.pull", words, pull, bytes);
        if (curl > 0) {
            EvidenceSection.row(rows, found, "curl.pull", "curl, to a file", curl, bytes);
            EvidenceSection.row(
                    rows, found, "curl.hashed", "curl; openssl dgst -sha256", median(rounds, Round::hashed), bytes);
            found.figure("evidence.pull.ratio", curl / pull, "ratio");
            found.note("A sealed file of " + Numbers.shown(bytes >> 20) + " MiB was pulled from another node at "
                    + Numbers.shown(curl / pull) + " times the rate of curl, which neither hashes what comes nor forces"
                    + " it to the disk; at least 0.80 was wanted. The first " + warm
                    + " rounds are not counted: after them the compilers rested, or were left at work.");
        } else {
            found.note("curl is not there, so that the pull has no rival in this run.");
        }
        found.table(
                "A sealed file of " + Numbers.shown(bytes >> 20) + " MiB pulled over mutual TLS 1.3 on 127.0.0.1",
                List.of("what", "seconds", "MB/s"),
                rows);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> time) {
        return EvidenceSection.median(rounds.stream().mapToDouble(time).boxed().toList());
    }
}
