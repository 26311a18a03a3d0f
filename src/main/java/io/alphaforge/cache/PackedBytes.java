package io.alphaforge.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Numbers and texts in as few bytes as their kind allows: small numbers take one byte, hexadecimal digits half of one. For
 * rows of a few hundred bytes this is smaller than what a general compressor makes of them, and takes no time to undo.
 */
final class PackedBytes {
    private static final int HEX = 1;

    private byte[] bytes = new byte[320];
    private int size;

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    /** Makes room for bytes that are set later, and returns where they are. */
    int skip(int count) {
        reserve(count);
        size += count;
        return size - count;
    }

    void setBit(int start, int bit) {
        bytes[start + (bit >> 3)] |= (byte) (1 << (bit & 7));
    }

    /** A whole number of any size, small ones of either sign in the fewest bytes. */
    void putLong(long value) {
        putUnsigned((value << 1) ^ (value >> 63));
    }

    private void putUnsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Four bytes, whatever the number. */
    void putInt(int value) {
        reserve(Integer.BYTES);
        ByteBuffer.wrap(bytes, size, Integer.BYTES).putInt(value);
        size += Integer.BYTES;
    }

    void putDouble(double value) {
        reserve(Double.BYTES);
        ByteBuffer.wrap(bytes, size, Double.BYTES).putDouble(value);
        size += Double.BYTES;
    }

    void putText(String text) {
        boolean hex = isHex(text);
        byte[] raw = hex ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
        putUnsigned((long) raw.length << 1 | (hex ? HEX : 0));
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
    }

    private static boolean isHex(String text) {
        if (text.isEmpty() || text.length() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("0123456789abcdef".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** @throws BufferUnderflowException where the bytes end too early */
    static long getLong(ByteBuffer in) {
        long value = getUnsigned(in);
        return (value >>> 1) ^ -(value & 1);
    }

    private static long getUnsigned(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number has too many bytes.");
    }

    /** @throws BufferUnderflowException where the bytes end too early */
    static String getText(ByteBuffer in) {
        long head = getUnsigned(in);
        long length = head >>> 1;
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] array = in.array();
        int start = in.arrayOffset() + in.position();
        int end = start + (int) length;
        in.position(in.position() + (int) length);
        return (head & HEX) != 0
                ? HexFormat.of().formatHex(array, start, end)
                : new String(array, start, (int) length, StandardCharsets.UTF_8);
    }
}
