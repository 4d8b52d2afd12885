package comity.system;

/// One federation for all tests that only add to it: it takes a minute to come up on a small machine.
final class SharedDemo {
    private static RunningDemo demo;

    private SharedDemo() {}

    static synchronized RunningDemo get() {
        if (demo == null) {
            demo = RunningDemo.empty();
            Folders.closeAtEnd(demo);
        }
        return demo;
    }
}
