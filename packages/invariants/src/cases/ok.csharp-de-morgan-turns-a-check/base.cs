using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Documents;

[ApiController]
[Route("documents")]
public class DocumentsController : ControllerBase
{
    private readonly DocumentStore _store;

    [HttpGet("{id}")]
    public async Task<IActionResult> Get(Guid id)
    {
        var document = await _store.FindAsync(id);
        if (document == null)
        {
            return NotFound();
        }
        if (document.OwnerId != User.Id() && !User.IsInRole("Auditor"))
        {
            return Forbid();
        }
        return File(document.Content, document.Type);
    }

    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file)
    {
        if (file.Length > MaxLength || !Allowed.Contains(Path.GetExtension(file.FileName)))
            return BadRequest("refused");
        var path = Path.GetFullPath(Path.Combine(_store.Root, file.FileName));
        if (!path.StartsWith(_store.Root, StringComparison.Ordinal)) throw new UnauthorizedAccessException(path);
        await _store.SaveAsync(path, file);
        return Ok();
    }
}
