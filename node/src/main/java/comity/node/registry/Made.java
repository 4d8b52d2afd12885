package comity.node.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The answers that were made last, patched or packed. After a change every node asks for the same ones.
final class Made {
    private static final int KEPT = 16;

    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /// What was made under this name, or is made now. What cannot be made is not remembered.
    synchronized Optional<byte[]> get(String name, Supplier<Optional<byte[]>> make) {
        Optional<byte[]> known = Optional.ofNullable(kept.get(name));
        if (known.isEmpty()) {
            known = make.get();
            known.ifPresent(bytes -> kept.put(name, bytes));
        }
        return known;
    }
}
