package comity.node.main;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.directory.list.ListSync;
import comity.node.settings.NodeSettings;
import comity.node.time.DrillClock;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/// Which time a node goes by: the machine's, or in a drill what its leader adds to it.
final class NodeTime {
    private static final int LOOKS = 10;

    private NodeTime() {}

    static Clock of(NodeSettings settings, Opened opened) {
        return settings.drillClock()
                .<Clock>map(file -> opened.add(DrillClock.by(file)))
                .orElseGet(Clock::systemUTC);
    }

    /// After weeks have passed in a second, a node does at once what it would do by itself soon.
    static void afterJumps(Clock clock, Runnable work) {
        if (clock instanceof DrillClock drill) {
            drill.afterJumps(work);
        }
    }

    /// Takes the registry's next edition, which comes a few seconds after a jump that has made the last one old.
    static void catchUp(ListSync sync, Directory directory, Clock clock) {
        Thread.ofVirtual().name("list-after-jump").start(() -> {
            try {
                for (int look = 0; look < LOOKS; look++) {
                    if (directory.version().freshness(clock.instant()) == ListVersion.Freshness.FRESH) {
                        return;
                    }
                    TimeUnit.SECONDS.sleep(1);
                    sync.refresh();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
