fn main() {
    let root = std::env::args().nth(1).unwrap();
    for _ in 0..5 {
        let t = std::time::Instant::now();
        let (p, d) = dateline::io::read::project(std::path::Path::new(&root), 0, false).unwrap();
        println!("{} files {} diags {:?}", p.content.len(), d.len(), t.elapsed());
    }
}
