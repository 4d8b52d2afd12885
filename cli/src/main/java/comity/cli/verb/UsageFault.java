package comity.cli.verb;

/// What was typed makes no sense; nothing was asked of any node.
final class UsageFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    UsageFault(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    String key() {
        return key;
    }

    Object[] values() {
        return values;
    }
}
