package io.fdscope.leak;

/** Is told when a suspect comes up or is cleared; each once. */
public interface LeakListener {
    /** A site has become a suspect. */
    void suspected(Suspect suspect);

    /** A suspect has recovered. */
    void cleared(Suspect suspect);
}
