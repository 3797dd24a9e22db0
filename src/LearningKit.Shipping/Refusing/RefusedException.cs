namespace LearningKit.Shipping;

/// <summary>What is being written cannot travel. <see cref="ParcelWriter"/> adds the path to it.</summary>
sealed class RefusedException(string reason) : Exception(reason);
