fn main();
