package io.fdscope.leak;

/** Is told when a suspect comes up or is cleared, each once; and of every judgement, if it likes. On the sampling thread. */
public interface LeakListener {
    /** A site has become a suspect. */
    void suspected(Suspect suspect);

    /** A suspect has recovered. */
    void cleared(Suspect suspect);

    /** There is a new judgement, of a new scan; before its suspects are told of. */
    default void judged(Judged judged) {}
}
