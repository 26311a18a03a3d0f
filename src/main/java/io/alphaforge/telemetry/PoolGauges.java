package io.alphaforge.telemetry;

/**
 * Connections that are kept open to a server, at this moment.
 *
 * @param inUse handed out
 * @param idle open and not handed out
 * @param waiting threads that wait for one
 * @param most how many there may be
 */
public record PoolGauges(int inUse, int idle, int waiting, int most) {

    /** Both pools as one. */
    public PoolGauges plus(PoolGauges other) {
        return new PoolGauges(inUse + other.inUse, idle + other.idle, waiting + other.waiting, most + other.most);
    }
}
