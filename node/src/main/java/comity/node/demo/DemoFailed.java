package comity.node.demo;

/// The demo could not be brought up; the message says which node and why.
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
