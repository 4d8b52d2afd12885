package comity.system;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// What tests in a real browser on the shared federation begin with: both are there before the first of them.
abstract class InBrowser {
    static Chromium chromium;
    static RunningDemo demo;

    @BeforeAll
    static void open() {
        demo = SharedDemo.get();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }
}
