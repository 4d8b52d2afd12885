package comity.evidence.pack;

import comity.evidence.age.PlainSource;

/// A document that is in memory.
final class Paper implements PlainSource {
    private final byte[] bytes;
    private int at;

    Paper(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void read(byte[] into, int length) {
        System.arraycopy(bytes, at, into, 0, length);
        at += length;
    }

    @Override
    public void finish() {
        // All of it is there from the beginning.
    }
}
