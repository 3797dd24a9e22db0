@echo off
rem Builds LearningKit when a source is newer than the last build, then runs it. Start with: kit --help
setlocal
set "LEARNINGKIT_HOME=%~dp0."
for %%I in ("%LEARNINGKIT_HOME%") do set "LEARNINGKIT_HOME=%%~fI"
powershell -NoProfile -ExecutionPolicy Bypass -File "%LEARNINGKIT_HOME%\src\LearningKit.Cli\Build.ps1" || exit /b 1
dotnet "%LEARNINGKIT_HOME%\artifacts\kit\kit.dll" %*
exit /b %ERRORLEVEL%
