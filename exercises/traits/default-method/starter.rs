pub struct Dog;
pub struct Fish;

// Write the trait Speak and its two impls here.
