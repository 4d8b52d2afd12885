package comity.benchmarks.rival;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.load.Certificates;
import comity.benchmarks.load.ChildJvm;
import comity.benchmarks.load.ClosedLoop;
import comity.benchmarks.load.LoadTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Two access points of phase4 in two processes on this machine, driven by 1, 8 and 64 senders.
public final class As4Section implements Section {
    private static final String HEAP = "1g";
    /// The least that the eDelivery profile allows; a larger key would only slow the rival down.
    private static final int RSA_BITS = 2048;

    @Override
    public char letter() {
        return 'A';
    }

    @Override
    public String title() {
        return "The rival: letters over AS4 (phase4 4.4.1)";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        Keys keys = Keys.make(run.folder());
        try (ChildJvm receiver = receiver(run, keys);
                ChildJvm sender = sender(run, keys, receiver.ask("address"))) {
            String second = sender.ask("twice");
            if (!second.equals("as4-error-msg-received")) {
                throw new IllegalStateException("The rival took the same message twice: " + second);
            }
            return loads(run, receiver, sender);
        }
    }

    private static Findings loads(Run run, ChildJvm receiver, ChildJvm sender) throws Exception {
        LoadTable table = new LoadTable("AS4, phase4 at both ends", "as4");
        LoadTable.warmUp(run, sender, List.of(receiver, sender));
        for (ClosedLoop.Plan plan : LoadTable.plans(run)) {
            run.say(plan.toString());
            run.say("   " + table.add(LoadTable.measured(plan, sender, List.of(receiver, sender))));
        }
        long stored = Long.parseLong(receiver.ask("stored"));
        // One more than was counted: the message that was sent twice.
        if (stored < table.all() + 1) {
            throw new IllegalStateException(stored + " messages stored, " + table.all() + " counted");
        }
        List<Figure> figures = new ArrayList<>(table.figures());
        return new Findings(List.of(table.asTable()), List.of(), figures, notes());
    }

    private static List<String> notes() {
        return List.of(
                "One-way push over mutual TLS 1.3, connections kept open; WS-Security signature RSA-" + RSA_BITS
                        + " with SHA-256, payload of 2 KB encrypted with AES-128-GCM, signed receipt of non-repudiation"
                        + " checked by the sender against what it sent.",
                "The receiver forces each message to the disk before it gives the receipt. The rival is spared what a"
                        + " full access point does besides: the sender stores nothing, nothing is compressed, duplicates"
                        + " are remembered in memory only, and there is no ledger.",
                "Two processes, -Xmx" + HEAP + " each. Processor time is that of both ends together.");
    }

    private static ChildJvm receiver(Run run, Keys keys) throws Exception {
        Path folder = run.folder().resolve("receiver");
        return ChildJvm.start(
                "as4-receiver",
                folder,
                As4Receiver.class,
                run.flags("as4-receiver", HEAP),
                List.of(
                        folder.toString(),
                        keys.receiverTls().toString(),
                        keys.receiver().toString()));
    }

    private static ChildJvm sender(Run run, Keys keys, String address) throws Exception {
        Path folder = run.folder().resolve("sender");
        return ChildJvm.start(
                "as4-sender",
                folder,
                As4Sender.class,
                run.flags("as4-sender", HEAP),
                List.of(
                        folder.toString(),
                        keys.senderTls().toString(),
                        keys.sender().toString(),
                        keys.receiver().toString(),
                        address));
    }

    private record Keys(Path senderTls, Path receiverTls, Path sender, Path receiver) {
        static Keys make(Path folder) throws Exception {
            Certificates connections = Certificates.onP256();
            Certificates messages = Certificates.withRsa(RSA_BITS);
            Path tls = folder.resolve("tls");
            Path wss = folder.resolve("messages");
            return new Keys(
                    connections.write(tls, As4Agreement.SENDER),
                    connections.write(tls, As4Agreement.RECEIVER),
                    messages.write(wss, As4Agreement.SENDER),
                    messages.write(wss, As4Agreement.RECEIVER));
        }
    }
}
