#[repr(packed)]
struct Header { kind: u8, size: u32 }
fn main() {
    let h = Header { kind: 1, size: 9 };
    let s: &u32 = &h.size;
    println!("{} {}", s, h.kind);
}
