package comity.node.demo;

import comity.cli.words.Texts;
import comity.node.settings.NodeSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the demo says when it is up.
record Welcome(PrintStream out, Texts texts) {
    void print(Map<DemoNode, List<DemoPerson>> people, Path data) {
        out.println();
        out.println(texts.say("demo.drill"));
        people.forEach(this::print);
        out.println();
        out.println(texts.say("demo.kept", data));
        out.flush();
    }

    private void print(DemoNode node, List<DemoPerson> persons) {
        out.println();
        out.printf("  %s  %s%n", node.state(), node.web());
        if (node.part() == NodeSettings.Part.REGISTRY) {
            out.println("      " + texts.say("demo.registry"));
        }
        for (DemoPerson person : persons) {
            out.printf("      %-18s %-18s %s%n", person.role().code(), person.signIn(), person.password());
        }
    }
}
