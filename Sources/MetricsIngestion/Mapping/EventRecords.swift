import MetricsCore

/// What an event tells, as records, and what it leaves to be read.
struct EventRecords {
    var records = RecordSet()
    var refresh: Set<RefreshKey> = []
}
