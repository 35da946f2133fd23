package org.openjdk.jmc.rjmx.subscription;

import org.openjdk.jmc.rjmx.common.subscription.IMRIMetadataService;
import org.openjdk.jmc.rjmx.common.subscription.MRI;

/** Stands in for JMC's interface of this name. */
public interface IMRIMetadataProviderService {
    Object getMetadata(IMRIMetadataService metadata, MRI attribute, String key);
}
