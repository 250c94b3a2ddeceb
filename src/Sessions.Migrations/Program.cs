// Nothing to run: see DesignTime.cs.
return 0;
