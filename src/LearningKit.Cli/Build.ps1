# Builds kit into artifacts\kit when a source is newer than the last build. Called by kit.cmd; does what the shell script kit does.
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$artifacts = Join-Path $root 'artifacts'
$program = Join-Path $artifacts 'kit\kit.dll'
$stamp = Join-Path $artifacts 'kit\built'
$next = Join-Path $artifacts 'kit.next'
$log = Join-Path $artifacts 'kit-build.log'
$needed = (Get-Content "$root\global.json" -Raw | ConvertFrom-Json).sdk.version -replace '^(\d+\.\d+)\..*', '$1'

function Say([string] $text) { [Console]::Error.WriteLine($text) }

function Stop-WithoutSdk([string] $reason) {
    Say $reason
    Say "Get it from https://dotnet.microsoft.com/download/dotnet/$needed, or: winget install Microsoft.DotNet.SDK.$($needed -replace '\..*')"
    exit 1
}

function Test-Stale {
    if (-not (Test-Path $program) -or -not (Test-Path $stamp)) { return $true }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $sources = @(Get-Item "$root\src", "$root\global.json", "$root\*.props") + @(Get-ChildItem "$root\src" -Recurse -Force)
    return [bool]($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

function Publish([string] $extra) {
    if (Test-Path $next) { Remove-Item $next -Recurse -Force }
    Push-Location $root
    try { & cmd /c "dotnet publish src\LearningKit.Cli -c Release -o `"$next`" --disable-build-servers $extra > `"$log`" 2>&1" }
    finally { Pop-Location }
    return $LASTEXITCODE -eq 0
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-WithoutSdk "LearningKit needs the .NET SDK $needed, and there is no 'dotnet' on the PATH." }
$sdks = @(& dotnet --list-sdks)
if (-not ($sdks | Where-Object { $_.StartsWith("$needed.") })) { Stop-WithoutSdk "LearningKit needs the .NET SDK $needed. The 'dotnet' on the PATH has: $(if ($sdks) { $sdks -join '; ' } else { 'no SDK at all' })." }

if (-not (Test-Stale)) { exit 0 }

# One start builds, others wait. Windows frees the lock of a start that was killed.
New-Item $artifacts -ItemType Directory -Force | Out-Null
$hash = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($root)), 0, 8)
$lock = [Threading.Mutex]::new($false, "Local\LearningKit-$hash")
try { [void] $lock.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
try {
    if (-not (Test-Stale)) { exit 0 }
    Say 'Building LearningKit (once; about two minutes)...'
    $started = [DateTime]::UtcNow
    if (-not (Publish '-p:Precompile=true')) {
        if ((Select-String -Path $log -Pattern 'crossgen', 'Precompile', 'error NU' -Quiet) -and (Publish '')) {
            Say 'Note: the compiler that makes kit start faster could not be had. Everything works; a start takes a second longer.'
        }
        else {
            Say 'The build failed:'
            Select-String -Path $log -Pattern ': error ', '^error' | ForEach-Object { $_.Line -replace ' \[[^\]]*\]$', '' } | Sort-Object -Unique | Select-Object -First 20 | ForEach-Object { Say $_ }
            Say "The whole log is in $log."
            exit 1
        }
    }
    New-Item (Join-Path $next 'built') -ItemType File | Out-Null
    (Get-Item (Join-Path $next 'built')).LastWriteTimeUtc = $started
    try {
        if (Test-Path "$artifacts\kit.old") { Remove-Item "$artifacts\kit.old" -Recurse -Force }
        if (Test-Path "$artifacts\kit") { Move-Item "$artifacts\kit" "$artifacts\kit.old" }
        Move-Item $next "$artifacts\kit"
    }
    catch {
        Say "The new build could not take the place of the old: $($_.Exception.Message) End every kit that still runs and start again."
        exit 1
    }
}
finally { $lock.ReleaseMutex() }
