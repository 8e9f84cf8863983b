struct Point;
struct Line;
impl Point for Line {}
fn main() {}
