"""The build on an Apache Spark cluster, for more articles than one machine reads. Needs the extra `spark`."""
