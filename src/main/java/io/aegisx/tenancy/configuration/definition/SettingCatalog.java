package io.aegisx.tenancy.configuration.definition;

import java.util.List;

/** Registers settings: a bean of this type says which ones a part of the program reads. */
public interface SettingCatalog {

  /** The definitions; no key may be defined twice. */
  List<SettingDefinition> settings();
}
